package com.servistech.erp.tenancy;

import com.servistech.erp.error.Unavailable;
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

    /** The failure as the caller should see it: a lost database is {@link Unavailable}, everything else stays. */
    public static RuntimeException translated(RuntimeException failure) {
        boolean gone = stateOf(failure)
                .filter(state -> state.startsWith("08") || state.startsWith("57P"))
                .isPresent();
        return gone ? new Unavailable("database.unavailable", "The database cannot be reached", failure) : failure;
    }
}
