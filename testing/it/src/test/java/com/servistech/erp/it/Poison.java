package com.servistech.erp.it;

import com.servistech.erp.Erp;
import com.servistech.erp.Session;
import com.servistech.erp.cli.demo.Demo;
import com.servistech.erp.customers.CustomerView;
import com.servistech.erp.customers.DeviceType;
import com.servistech.erp.customers.DeviceView;
import com.servistech.erp.customers.NewCustomer;
import com.servistech.erp.customers.NewDevice;
import com.servistech.erp.identity.NewUser;
import com.servistech.erp.repairs.NewOrder;
import com.servistech.erp.stores.NewStore;
import com.servistech.erp.tenancy.Origin;
import com.servistech.erp.tenancy.Page;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.tenancy.StoreId;
import com.servistech.erp.tenancy.SystemCaller;
import com.servistech.erp.tenancy.UserCaller;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A store that no test asks for, whose marker stands in every text of it: wherever the marker comes out, something
 * leaked. It has people, acts of its own with events and audit, and a copy of whatever else another store has.
 */
final class Poison {

    static final String MARKER = "PONZONA-7F3A";

    static final String CODE = "PZN-01";

    private static final Role[] PEOPLE = {Role.MANAGER, Role.FRONT_DESK, Role.TECHNICIAN};

    /** Copies every row of one store into another under ids of its own, the marker before every free text. */
    private static final String COPY = """
            do $$
            declare
              t record;
              source constant uuid := (select id from erp.stores where code = 'CCS-01');
              target constant uuid := (select id from erp.stores where code = 'PZN-01');
            begin
              set local session_replication_role = replica;
              for t in
                select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum) names,
                       string_agg(case
                         when a.attname = 'store_id' then quote_literal(target)
                         when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and k.confrelid = 'erp.memberships'::regclass)
                           then format('case when %I is null then null else (select m.id from erp.memberships m where m.store_id = %L and m.role = ''TECHNICIAN'') end', a.attname, target)
                         when a.attname = 'id' or exists (select from pg_constraint k join pg_class p on p.oid = k.confrelid
                                where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) and obj_description(p.oid, 'pg_class') like 'store:%')
                           then format('md5(%I::text || ''PZN'')::uuid', a.attname)
                         when a.atttypid = 'text'::regtype and a.attname !~ '(sha256|hash)' and not exists (select from pg_constraint k
                                where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey) and pg_get_constraintdef(k.oid) !~ 'length\\(')
                           then format('case when %1$I ~ ''^[A-Z0-9_+./:-]*$'' then %1$I else left(''PONZONA-7F3A '' || %1$I, 40) end', a.attname)
                         else quote_ident(a.attname) end, ', ' order by a.attnum) marked
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
                 where c.relnamespace = 'erp'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and obj_description(c.oid, 'pg_class') like 'store:%'
                   and c.relname !~ '^(audit_|outbox$|idempotency$|memberships$)'
                 group by c.relname
              loop
                execute format('insert into erp.%I (%s) select %s from erp.%I where store_id = %L on conflict do nothing', t.relname, t.names, t.marked, t.relname, source);
              end loop;
            end $$
            """;

    private Poison() {}

    /** @param superuser of the database that {@code erp} works on */
    static void pour(Erp erp, Connection superuser) throws SQLException {
        StoreId store = open(erp);
        UUID desk = people(erp, store);
        UserCaller caller =
                new UserCaller(desk, false, Map.of(store, Role.FRONT_DESK), new Origin(MARKER, "10.6.6.6", MARKER));
        erp.inStore(caller, store).write(Poison::act);
        try (var statement = superuser.createStatement()) {
            superuser.setAutoCommit(false);
            statement.execute(COPY);
            superuser.commit();
        }
    }

    private static StoreId open(Erp erp) {
        return new StoreId(erp.inChain(SystemCaller.of("poison")).write(s -> {
            UUID issuer = s.stores()
                    .list(Page.Request.first())
                    .items()
                    .get(0)
                    .issuer()
                    .id();
            return s.stores()
                    .open(new NewStore(issuer, CODE, MARKER, MARKER, "+582122630009", "Z"))
                    .id();
        }));
    }

    /** The one at the front desk. */
    private static UUID people(Erp erp, StoreId store) {
        UUID desk = null;
        for (Role role : PEOPLE) {
            String email = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".pzn-01@servistech.test";
            NewUser user = new NewUser(MARKER + " " + role, email, role, store.value(), Demo.PASSWORD);
            Function<Session, UUID> add = s -> s.identity().add(user).id();
            UUID id = erp.inChain(SystemCaller.of("poison")).write(add);
            desk = role == Role.FRONT_DESK ? id : desk;
        }
        return desk;
    }

    private static Object act(Session s) {
        CustomerView customer =
                s.customers().register(new NewCustomer(MARKER, "V-19999999", "0414-1234567", null, MARKER));
        DeviceView device = s.customers()
                .registerDevice(customer.id(), new NewDevice(DeviceType.PHONE, MARKER, MARKER, MARKER, null, MARKER));
        return s.repairs().receive(new NewOrder(customer.id(), device.id(), MARKER, null, null, true));
    }

    /** The tables in which a store other than this one has a text with the marker; the chain's own rows may. */
    static List<String> tablesWithLeaks(Connection superuser) throws SQLException {
        return RunningServer.ask(superuser, """
                select format('select %L where exists (select from erp.%I t where store_id not in (%L, %L) and t::text ilike %L)',
                              relname, relname, (select id from erp.stores where code = 'PZN-01'), '00000000-0000-0000-0000-000000000000', '%PONZONA-7F3A%')
                  from pg_class where relnamespace = 'erp'::regnamespace and relkind in ('r', 'p') and not relispartition
                   and obj_description(oid, 'pg_class') like 'store:%'
                """).stream()
                .flatMap(query -> RunningServer.ask(superuser, query).stream())
                .toList();
    }
}
