SET ROLE orders;

CREATE TABLE orders (
  id uuid PRIMARY KEY,
  customer text NOT NULL,
  total numeric(12, 2) NOT NULL,
  status text NOT NULL,
  payment_method text NOT NULL,
  payment_id text,
  dispatch_on date NOT NULL,
  placed_at timestamptz NOT NULL,
  announced_at timestamptz,
  retry_at timestamptz NOT NULL
);
CREATE INDEX orders_by_customer ON orders (customer, placed_at DESC);
CREATE INDEX orders_open ON orders (retry_at) WHERE status = 'PaymentPending' OR announced_at IS NULL;

CREATE TABLE order_lines (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id uuid NOT NULL REFERENCES orders (id),
  product_id uuid NOT NULL,
  quantity integer NOT NULL,
  unit_price numeric(12, 2) NOT NULL
);

CREATE SCHEMA inventory;

CREATE TABLE inventory.stock (
  product_id uuid PRIMARY KEY,
  quantity integer NOT NULL CHECK (quantity >= 0)
);

CREATE TABLE inventory.reservations (
  order_id uuid NOT NULL,
  product_id uuid NOT NULL REFERENCES inventory.stock (product_id),
  quantity integer NOT NULL,
  dispatch_on date NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
