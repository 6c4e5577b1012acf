SET ROLE catalogue;

CREATE TABLE products (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  description text NOT NULL,
  price numeric(12, 2) NOT NULL
);
