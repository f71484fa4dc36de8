/*
 * A disk that forgets: preloaded into a program, it notes what must be put back should the power fail before the
 * program has asked for a sync, and lets writes fail on request. Only files below POWERCUT_DIR are looked at.
 *
 *   POWERCUT_DIR      the data directory, absolute
 *   POWERCUT_JOURNAL  where the undo journals go, on the same file system and outside of it; none: nothing is noted
 *   POWERCUT_CONTROL  a file of sixteen 64-bit numbers, shared with who watches (see "control")
 *
 * Before bytes are overwritten or cut off, the old ones are appended to the file's journal; when the file is synced, its
 * journal is emptied. Names are noted too: a new or renamed file is sure of its name once it or its directory is synced (as
 * on ext4, XFS and btrfs), a deleted one is gone once its directory is synced. Memory maps are not followed: SQLite's -shm is left out, it is made anew after a crash anyway.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 65536
#define MOST_FILES 4096
#define CHUNK (1 << 20)

enum control { WRITES, SYNCS, FAILED, FAIL_FROM, FAIL_COUNT, FAIL_ERRNO, FAIL_KINDS, LIES, BYTES };
enum kind { KIND_WRITE = 1, KIND_SYNC = 2, KIND_TORN = 4, KIND_DEATH = 8 };
enum record { RECORD_DATA = 1, RECORD_CREATE = 2, RECORD_UNLINK = 3, RECORD_RENAME = 4 };

struct header { uint64_t record, sequence, offset, size, length; };
struct journal { dev_t device; ino_t inode, parent; int is_names, fd; };

static char root[4096], journals[3072];
static size_t root_length;
static volatile int64_t *control;
static int64_t own_control[16];
static int ready;
static uint64_t sequence, kept;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static struct journal files[MOST_FILES];
static int file_count;
static unsigned char watched[MOST_FDS]; /* 1 a file, 2 a directory */

#define REAL(result, name, ...) \
    static result (*real)(__VA_ARGS__); \
    if (!real) real = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

static int real_open(const char *path, int flags, mode_t mode) { REAL(int, "open64", const char *, int, ...); return real(path, flags, mode); }
static ssize_t real_write(int fd, const void *data, size_t n) { REAL(ssize_t, "write", int, const void *, size_t); return real(fd, data, n); }
static ssize_t real_pwrite(int fd, const void *data, size_t n, off_t at) { REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t); return real(fd, data, n, at); }
static ssize_t real_writev(int fd, const struct iovec *v, int n) { REAL(ssize_t, "writev", int, const struct iovec *, int); return real(fd, v, n); }
static ssize_t real_pwritev(int fd, const struct iovec *v, int n, off_t at) { REAL(ssize_t, "pwritev64", int, const struct iovec *, int, off_t); return real(fd, v, n, at); }
static int real_ftruncate(int fd, off_t n) { REAL(int, "ftruncate64", int, off_t); return real(fd, n); }
static int real_unlink(const char *path) { REAL(int, "unlink", const char *); return real(path); }

static void prepare(void)
{
    if (ready) return;
    const char *dir = getenv("POWERCUT_DIR"), *to = getenv("POWERCUT_JOURNAL"), *page = getenv("POWERCUT_CONTROL");
    control = own_control;
    if (page)
    {
        int fd = real_open(page, O_RDWR | O_CLOEXEC, 0);
        void *map = fd < 0 ? MAP_FAILED : mmap(NULL, sizeof own_control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        if (map != MAP_FAILED) control = map;
    }
    if (dir) snprintf(root, sizeof root, "%s", dir);
    if (to) snprintf(journals, sizeof journals, "%s", to);
    root_length = strlen(root);
    ready = 1;
}

static int is_inside(const char *path)
{
    prepare();
    size_t n = strlen(path);
    return root_length && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length])
        && !(n > 4 && !strcmp(path + n - 4, "-shm"));
}

/* Journals: called with the turn taken. */

static struct journal *journal_of(const struct stat *s, int is_names, ino_t parent)
{
    if (!journals[0]) return NULL;
    for (int i = 0; i < file_count; i++)
        if (files[i].inode == s->st_ino && files[i].device == s->st_dev && files[i].is_names == is_names) return &files[i];
    if (file_count == MOST_FILES) abort();
    char name[4096];
    snprintf(name, sizeof name, "%s/%s-%llu.undo", journals, is_names ? "names" : "data", (unsigned long long)s->st_ino);
    int fd = real_open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0) abort();
    files[file_count] = (struct journal){ s->st_dev, s->st_ino, parent, is_names, fd };
    return &files[file_count++];
}

static void append(struct journal *to, struct header h, const void *data)
{
    h.sequence = ++sequence;
    struct iovec parts[] = { { &h, sizeof h }, { (void *)data, h.length } };
    if (real_writev(to->fd, parts, 2) != (ssize_t)(sizeof h + h.length)) abort();
}

/* Notes what stands at a place before it is overwritten. */
static void note_data(int fd, off_t at, off_t length)
{
    struct stat s;
    if (fstat(fd, &s) || !S_ISREG(s.st_mode)) return;
    struct journal *to = journal_of(&s, 0, 0);
    if (!to) return;
    static char old[CHUNK];
    char name[64];
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    int reader = -1;
    off_t end = at + length < s.st_size ? at + length : s.st_size, from = at;
    do
    {
        off_t n = end - from > CHUNK ? CHUNK : end - from;
        ssize_t got = 0;
        if (n > 0)
        {
            got = pread(fd, old, n, from);
            if (got < 0 && errno == EBADF)
            {
                if (reader < 0) reader = real_open(name, O_RDONLY | O_CLOEXEC, 0); /* opened for writing only */
                got = pread(reader, old, n, from);
            }
            if (got < 0) abort();
        }
        append(to, (struct header){ RECORD_DATA, 0, from, s.st_size, got }, old);
        from += got;
        if (n > 0 && !got) break;
    } while (from < end);
    if (reader >= 0) close(reader);
}

/* "of" is the file whose name it is, or null where the name goes: that is its directory's matter alone. */
static void note_name(enum record record, const struct stat *of, const char *path, const char *other, const char *copy)
{
    char parent[4096];
    snprintf(parent, sizeof parent, "%s", path);
    char *slash = strrchr(parent, '/');
    if (!slash || slash == parent) return;
    *slash = 0;
    struct stat s;
    if (stat(parent, &s)) return;
    struct journal *to = journal_of(of ? of : &s, 1, s.st_ino);
    if (!to) return;
    to->parent = s.st_ino;
    char text[12300];
    int n = snprintf(text, sizeof text, "%s%c%s%c%s", path, 0, other ? other : "", 0, copy ? copy : "");
    append(to, (struct header){ record, 0, 0, 0, n }, text);
}

/* A second name for a file that is about to lose its own, so that it can come back. */
static const char *keep(const char *path, char *copy, size_t room)
{
    if (!journals[0]) return NULL;
    snprintf(copy, room, "%s/kept-%llu", journals, (unsigned long long)++kept);
    return link(path, copy) ? NULL : copy;
}

static void forget(int fd)
{
    struct stat s;
    if (!journals[0] || fstat(fd, &s)) return;
    for (int i = 0; i < file_count; i++)
    {
        int is_his = files[i].inode == s.st_ino || (files[i].is_names && files[i].parent == s.st_ino);
        if (is_his && files[i].device == s.st_dev && real_ftruncate(files[i].fd, 0)) abort();
    }
}

/* Faults */

static int fails(enum kind kind)
{
    int64_t n = kind == KIND_SYNC ? control[SYNCS] + 1 : __sync_add_and_fetch(&control[WRITES], 1);
    if (!(control[FAIL_KINDS] & kind) || control[FAIL_COUNT] == 0 || n < control[FAIL_FROM]) return 0;
    if (control[FAIL_COUNT] > 0) __sync_sub_and_fetch(&control[FAIL_COUNT], 1);
    __sync_add_and_fetch(&control[FAILED], 1);
    if (control[FAIL_KINDS] & KIND_DEATH) raise(SIGKILL);
    errno = (int)control[FAIL_ERRNO];
    return 1;
}

static int is_watched(int fd) { return fd >= 0 && fd < MOST_FDS && watched[fd] == 1; }

static ssize_t watched_write(int fd, const void *data, size_t n, off_t at)
{
    pthread_mutex_lock(&turn);
    off_t place = at;
    if (at < 0)
    {
        struct stat s;
        place = fcntl(fd, F_GETFL) & O_APPEND && !fstat(fd, &s) ? s.st_size : lseek(fd, 0, SEEK_CUR);
    }
    int broken = fails(KIND_WRITE);
    if (broken && !(control[FAIL_KINDS] & KIND_TORN))
    {
        pthread_mutex_unlock(&turn);
        return -1;
    }
    note_data(fd, place, n);
    size_t some = broken ? n / 2 : n;
    ssize_t result = at < 0 ? real_write(fd, data, some) : real_pwrite(fd, data, some, at);
    if (result > 0) control[BYTES] += result;
    if (broken)
    {
        errno = (int)control[FAIL_ERRNO];
        result = -1;
    }
    pthread_mutex_unlock(&turn);
    return result;
}

ssize_t write(int fd, const void *data, size_t n) { return is_watched(fd) ? watched_write(fd, data, n, -1) : real_write(fd, data, n); }
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { return is_watched(fd) ? watched_write(fd, data, n, at) : real_pwrite(fd, data, n, at); }
ssize_t pwrite64(int fd, const void *data, size_t n, off_t at) { return pwrite(fd, data, n, at); }

static ssize_t watched_writev(int fd, const struct iovec *v, int n, off_t at)
{
    ssize_t sum = 0;
    for (int i = 0; i < n; i++)
    {
        ssize_t one = watched_write(fd, v[i].iov_base, v[i].iov_len, at < 0 ? -1 : at + sum);
        if (one < 0) return sum ? sum : -1;
        sum += one;
        if ((size_t)one < v[i].iov_len) break;
    }
    return sum;
}

ssize_t writev(int fd, const struct iovec *v, int n) { return is_watched(fd) ? watched_writev(fd, v, n, -1) : real_writev(fd, v, n); }
ssize_t pwritev(int fd, const struct iovec *v, int n, off_t at) { return is_watched(fd) ? watched_writev(fd, v, n, at) : real_pwritev(fd, v, n, at); }
ssize_t pwritev64(int fd, const struct iovec *v, int n, off_t at) { return pwritev(fd, v, n, at); }

int ftruncate(int fd, off_t n)
{
    if (!is_watched(fd)) return real_ftruncate(fd, n);
    pthread_mutex_lock(&turn);
    struct stat s;
    if (!fstat(fd, &s)) note_data(fd, n, s.st_size > n ? s.st_size - n : 0);
    int result = real_ftruncate(fd, n);
    pthread_mutex_unlock(&turn);
    return result;
}

int ftruncate64(int fd, off_t n) { return ftruncate(fd, n); }

static int watched_allocate(int fd, off_t at)
{
    pthread_mutex_lock(&turn);
    int broken = fails(KIND_WRITE);
    if (!broken) note_data(fd, at, 0);
    pthread_mutex_unlock(&turn);
    return broken;
}

int posix_fallocate(int fd, off_t at, off_t n)
{
    REAL(int, "posix_fallocate64", int, off_t, off_t);
    return is_watched(fd) && watched_allocate(fd, at) ? errno : real(fd, at, n);
}

int posix_fallocate64(int fd, off_t at, off_t n) { return posix_fallocate(fd, at, n); }

int fallocate(int fd, int mode, off_t at, off_t n)
{
    REAL(int, "fallocate64", int, int, off_t, off_t);
    return is_watched(fd) && watched_allocate(fd, at) ? -1 : real(fd, mode, at, n);
}

int fallocate64(int fd, int mode, off_t at, off_t n) { return fallocate(fd, mode, at, n); }

static int watched_sync(int fd, int (*real)(int))
{
    pthread_mutex_lock(&turn);
    int result = -1;
    if (watched[fd] == 2 || !fails(KIND_SYNC))
    {
        __sync_add_and_fetch(&control[SYNCS], 1);
        result = control[LIES] ? 0 : real(fd);
        if (!result && !control[LIES]) forget(fd);
    }
    pthread_mutex_unlock(&turn);
    return result;
}

int fsync(int fd)
{
    REAL(int, "fsync", int);
    return fd >= 0 && fd < MOST_FDS && watched[fd] ? watched_sync(fd, real) : real(fd);
}

int fdatasync(int fd)
{
    REAL(int, "fdatasync", int);
    return fd >= 0 && fd < MOST_FDS && watched[fd] ? watched_sync(fd, real) : real(fd);
}

/* Names */

static int watched_open(const char *path, int flags, mode_t mode)
{
    if (!is_inside(path)) return real_open(path, flags, mode);
    pthread_mutex_lock(&turn);
    struct stat s;
    int is_new = flags & O_CREAT && lstat(path, &s);
    if (flags & O_TRUNC && !is_new)
    {
        int old = real_open(path, O_RDWR | O_CLOEXEC, 0);
        if (old >= 0)
        {
            if (!fstat(old, &s)) note_data(old, 0, s.st_size);
            close(old);
        }
    }
    int fd = real_open(path, flags, mode);
    if (fd >= 0 && fd < MOST_FDS && !fstat(fd, &s))
    {
        watched[fd] = S_ISDIR(s.st_mode) ? 2 : S_ISREG(s.st_mode) ? 1 : 0;
        if (is_new && watched[fd] == 1)
        {
            forget(fd); /* the number may have been another file's */
            note_name(RECORD_CREATE, &s, path, NULL, NULL);
        }
    }
    pthread_mutex_unlock(&turn);
    return fd;
}

#define MODE(flags) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE(flags) return watched_open(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return watched_open(path, flags, mode); }

int openat(int at, const char *path, int flags, ...)
{
    MODE(flags)
    REAL(int, "openat64", int, const char *, int, ...);
    return path[0] == '/' ? watched_open(path, flags, mode) : real(at, path, flags, mode);
}

int close(int fd)
{
    REAL(int, "close", int);
    if (fd >= 0 && fd < MOST_FDS) watched[fd] = 0;
    return real(fd);
}

int unlink(const char *path)
{
    if (!is_inside(path)) return real_unlink(path);
    pthread_mutex_lock(&turn);
    char copy[4096];
    const char *kept_as = keep(path, copy, sizeof copy);
    if (kept_as) note_name(RECORD_UNLINK, NULL, path, NULL, kept_as);
    int result = real_unlink(path);
    pthread_mutex_unlock(&turn);
    return result;
}

int rename(const char *from, const char *to)
{
    REAL(int, "rename", const char *, const char *);
    if (!is_inside(from) || !is_inside(to)) return real(from, to);
    pthread_mutex_lock(&turn);
    char copy[4096];
    struct stat s;
    if (!lstat(from, &s)) note_name(RECORD_RENAME, &s, from, to, keep(to, copy, sizeof copy));
    int result = real(from, to);
    pthread_mutex_unlock(&turn);
    return result;
}
