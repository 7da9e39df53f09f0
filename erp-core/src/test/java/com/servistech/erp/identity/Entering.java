package com.servistech.erp.identity;

import com.servistech.erp.Erp;
import com.servistech.erp.audit.AuditEntry;
import com.servistech.erp.audit.AuditQuery;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.PublicCaller;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.testkit.ErpFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** People of their own for each test, and the ways in and out that they take. */
final class Entering {

    static final ErpFixture SHOP = ErpFixture.shared();
    static final String PASSWORD = "una clave de prueba";

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Entering() {}

    /** Somebody new who works in a store. */
    static UserCard somebody(StoreId store, Role role) {
        String email = "p" + NEXT.incrementAndGet() + "@servistech.test";
        return SHOP.system(s -> s.identity().add(new NewUser("Persona", email, role, store.value(), PASSWORD)));
    }

    /** An address of the network that nothing else of this run uses. */
    static String address() {
        int n = NEXT.incrementAndGet();
        return "198.18." + n / 250 + "." + (1 + n % 250);
    }

    static Origin from(String address) {
        return new Origin("test", address, null);
    }

    static SignedIn signIn(UserCard who, String password, String address) {
        return signIn(SHOP.erp, who.email(), password, address);
    }

    static SignedIn signIn(Erp erp, String email, String password, String address) {
        return erp.entrance().signIn(from(address), email, password);
    }

    static SignedIn signIn(UserCard who) {
        return signIn(who, PASSWORD, address());
    }

    static Optional<SignedIn> refresh(SignedIn signedIn) {
        return refresh(signedIn.refreshToken());
    }

    static Optional<SignedIn> refresh(String token) {
        return SHOP.erp
                .outside(new PublicCaller("refresh", from("10.0.0.9")))
                .write(s -> s.identity().refresh(token));
    }

    static Optional<Bearer> bearer(SignedIn signedIn) {
        return SHOP.erp.entrance().bearer(from("10.0.0.9"), signedIn.accessToken());
    }

    static List<AuditEntry> notes(String what, UUID whom) {
        return SHOP.system(s -> s.audit().list(new AuditQuery(what, whom, null, null, new Page.Request(100, null))))
                .items();
    }

    /** One value as the database keeps it, asked by its superuser. */
    static String kept(String sql, Object... parameters) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SHOP.url(), "postgres", SHOP.stack().superuserPassword());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return null;
            }
            try (var rs = statement.getResultSet()) {
                return rs.next() ? rs.getString(1) : null;
            }
        }
    }
}
