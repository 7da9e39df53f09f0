package com.servistech.erp.tenancy;

import java.sql.SQLException;
import java.util.Optional;

/** A statement failed; carries the database's own words for logs, never for clients. */
public final class SqlFailure extends RuntimeException {

    public SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The SQLSTATE of the first SQL exception in a chain of causes. */
    public static Optional<String> stateOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getSQLState() != null) {
                return Optional.of(e.getSQLState());
            }
        }
        return Optional.empty();
    }
}
