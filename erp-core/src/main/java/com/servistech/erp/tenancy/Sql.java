package com.servistech.erp.tenancy;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Statements of the open transaction, with positional parameters: for projections and set-based work. */
public final class Sql {

    /** One row of an answer, read by column name; a null column reads as null. */
    public static final class Row {
        private final ResultSet rs;

        Row(ResultSet rs) {
            this.rs = rs;
        }

        public String text(String column) {
            return get(() -> rs.getString(column));
        }

        public UUID uuid(String column) {
            return get(() -> rs.getObject(column, UUID.class));
        }

        public BigDecimal decimal(String column) {
            return get(() -> rs.getBigDecimal(column));
        }

        public int integer(String column) {
            return get(() -> rs.getInt(column));
        }

        public long bigint(String column) {
            return get(() -> rs.getLong(column));
        }

        public boolean bool(String column) {
            return get(() -> rs.getBoolean(column));
        }

        public LocalDate date(String column) {
            return get(() -> rs.getObject(column, LocalDate.class));
        }

        public Instant instant(String column) {
            OffsetDateTime at = get(() -> rs.getObject(column, OffsetDateTime.class));
            return at == null ? null : at.toInstant();
        }

        public byte[] bytes(String column) {
            return get(() -> rs.getBytes(column));
        }

        /** A text or uuid array; never null. */
        @SuppressWarnings("unchecked")
        public <T> List<T> array(String column) {
            Array array = get(() -> rs.getArray(column));
            return array == null ? List.of() : List.of((T[]) get(array::getArray));
        }
    }

    /** Turns a row into a value. */
    public interface Mapper<T> {
        T map(Row row);
    }

    private interface Call<T> {
        T get() throws SQLException;
    }

    private final Supplier<Connection> connection;

    Sql(Supplier<Connection> connection) {
        this.connection = connection;
    }

    public <T> List<T> list(Mapper<T> mapper, String sql, Object... parameters) {
        return get(() -> {
            try (PreparedStatement statement = prepare(sql, parameters);
                    ResultSet rs = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                Row row = new Row(rs);
                while (rs.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Mapper<T> mapper, String sql, Object... parameters) {
        return list(mapper, sql, parameters).stream().findFirst();
    }

    /** How many rows were changed. */
    public int update(String sql, Object... parameters) {
        return get(() -> {
            try (PreparedStatement statement = prepare(sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Calls a function whose answer does not matter. */
    public void call(String sql, Object... parameters) {
        list(row -> null, sql, parameters);
    }

    /**
     * For statements that work through a whole store: the connection waits that long for each answer, and as long as
     * always when they are done. The database is as patient as before, and so are those who wait for its locks.
     */
    public <T> T patiently(Duration longest, Supplier<T> statements) {
        Connection open = connection.get();
        int usual = get(open::getNetworkTimeout);
        await(open, Math.toIntExact(longest.toMillis()));
        try {
            return statements.get();
        } finally {
            await(open, usual);
        }
    }

    private static void await(Connection open, int millis) {
        get(() -> {
            // one that broke has been closed by the driver, and its failure is what the caller should hear
            if (!open.isClosed()) {
                open.setNetworkTimeout(Runnable::run, millis);
            }
            return null;
        });
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        Connection open = connection.get();
        PreparedStatement statement = open.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, toJdbc(open, parameters[i]));
        }
        return statement;
    }

    private static Object toJdbc(Connection open, Object parameter) throws SQLException {
        if (parameter instanceof Instant at) {
            return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
        } else if (parameter instanceof StoreId store) {
            return store.value();
        } else if (parameter instanceof Enum<?> value) {
            return value.name();
        } else if (parameter instanceof Collection<?> values) {
            boolean uuids = values.stream().allMatch(UUID.class::isInstance);
            return open.createArrayOf(uuids ? "uuid" : "text", values.toArray());
        }
        return parameter;
    }

    private static <T> T get(Call<T> call) {
        try {
            return call.get();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
