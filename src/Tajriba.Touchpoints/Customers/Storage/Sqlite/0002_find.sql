CREATE INDEX customers_directory_folded ON customers_directory (type, folded);
