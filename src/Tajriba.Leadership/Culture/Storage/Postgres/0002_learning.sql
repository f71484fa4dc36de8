-- Which part a person plays in the experience, and where.
CREATE TABLE culture_learners (
    person BIGINT NOT NULL PRIMARY KEY,
    experience_role TEXT NOT NULL,
    unit TEXT NOT NULL
);

-- Which modules of learning paths people have done.
CREATE TABLE culture_completions (
    path_code TEXT NOT NULL,
    module_key TEXT NOT NULL,
    person BIGINT NOT NULL,
    done_on TEXT NOT NULL,
    PRIMARY KEY (path_code, module_key, person)
);
