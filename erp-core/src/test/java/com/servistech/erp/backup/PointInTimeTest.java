package com.servistech.erp.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.backup.Till.Sale;
import com.servistech.erp.health.HealthReport;
import com.servistech.erp.testkit.ErpFixture;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A shop loses its whole database in the middle of selling, and gets it back from pgBackRest with the commands of
 * docs/backups.md, to an instant and to the end of the archive. Each invoice that is missing is named.
 */
class PointInTimeTest {

    private static final String INVOICES = "select number from erp.invoices where number is not null order by number";

    /** Everything that keeps the stores apart. */
    private static final String LOCKS = """
            select format('%s %s %s %s', c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relacl)
              from pg_class c where c.relnamespace = 'erp'::regnamespace and c.relkind in ('r', 'p')
            union all select format('%s %s %s %s', tablename, policyname, qual, with_check) from pg_policies
            union all select format('%s %s %s %s %s %s', rolname, rolsuper, rolbypassrls, rolinherit, rolcreatedb, rolpassword)
              from pg_authid where rolname like 'erp%'
            union all select format('%s in %s', member::regrole, roleid::regrole) from pg_auth_members
            order by 1
            """;

    private static PointInTimeLab lab;
    private static ErpFixture shop;
    private static Till till;
    private static List<String> locks;
    private static HealthReport broken;
    private static HealthReport repaired;
    private static Till.Moment wanted;
    private static HealthReport promised;
    private static Instant died;
    private static List<Sale> sold;

    @BeforeAll
    static void aShopSellsUntilItsDatabaseIsGone() throws Exception {
        PointInTimeLab.requirePgBackRest();
        lab = new PointInTimeLab();
        shop = lab.shop();
        till = new Till(shop, lab);
        lab.operator("Encenderlo");
        lab.operator("En otro lugar además");
        // what the settings say is a minute; nobody waits for it here
        assertThat(lab.ask(lab.port(), "show archive_timeout")).isEqualTo("1min");
        lab.ask(lab.port(), "alter system set archive_timeout = '1s'");
        lab.ask(lab.port(), "select pg_reload_conf()");
        locks = lab.list(lab.port(), LOCKS);

        till.open();
        till.awaitSales(10);
        theRepositoryBreaksForAnHour();
        till.awaitSales(10);
        wanted = till.moment();
        till.awaitSales(10);
        lab.await("select last_archived_wal >= '" + wanted.segment() + "' from pg_stat_archiver");
        till.awaitSales(10);
        promised = shop.system(s -> s.health().report());
        till.awaitSales(5);
        died = Instant.now();
        lab.kill();
        till.awaitEnd();
        sold = till.sold();
        lab.loseData();
    }

    private static void theRepositoryBreaksForAnHour() throws Exception {
        Path archive = lab.repository.resolve("archive/erp/15-1");
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("r-xr-x---"));
        try (Stream<Path> inside = Files.list(archive)) {
            for (Path folder : inside.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-x---"));
            }
        }
        lab.await("select coalesce(last_failed_time > last_archived_time, false) from pg_stat_archiver");
        try (Stream<Path> waiting = Files.list(lab.stack.postgresData().resolve("pg_wal/archive_status"))) {
            Path first = waiting.filter(file -> file.toString().endsWith(".ready"))
                    .min(Path::compareTo)
                    .orElseThrow();
            Files.setLastModifiedTime(first, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
        broken = shop.system(s -> s.health().report());
        try (Stream<Path> all = Files.walk(archive)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
            }
        }
        lab.await(
                "select last_archived_time > last_failed_time and (w).oldest is null or (w).oldest > now() - interval '1 minute'"
                        + " from pg_stat_archiver, erp.wal_waiting() w");
        repaired = shop.system(s -> s.health().report());
    }

    @AfterAll
    static void close() {
        if (lab != null) {
            shop.erp.close();
            lab.close();
        }
    }

    @Test
    void whileTheRepositoryTakesNothingTheReportSaysSinceWhenAndThatSalesAreInDanger() {
        assertThat(broken.healthy()).isFalse();
        assertThat(broken.walArchive()).isEqualTo("FAILING");
        assertThat(broken.exposureMinutes()).isEqualTo(61);
        assertThat(broken.problems()).contains("el archivo de WAL falla: se perdería lo de 61 min");

        assertThat(repaired.walArchive()).isEqualTo("WORKING");
        assertThat(repaired.exposureMinutes()).isEqualTo(1);
        assertThat(repaired.problems()).noneMatch(problem -> problem.contains("WAL"));
        assertThat(repaired.words()).contains("hoy se perdería como mucho 1 min (archivo de WAL: al día)");
    }

    @Test
    void anInstantComesBackBesideWithEveryInvoiceBeforeItAndNoneAfter() throws Exception {
        assertInstantComesBack(lab.stack.home().resolve("instante"), "pgbackrest ");
    }

    @Test
    void withTheServersDiskTheFirstRepositoryIsGoneAndS3GivesTheSameInstant() throws Exception {
        Path away = lab.repository.resolveSibling("away");
        Files.move(lab.repository, away);
        try {
            assertInstantComesBack(lab.stack.home().resolve("instante-s3"), "pgbackrest --repo=2 ");
        } finally {
            Files.move(away, lab.repository);
        }
    }

    private static void assertInstantComesBack(Path beside, String program) throws Exception {
        lab.operator(
                "Copia a un instante",
                "/var/lib/postgresql/15/instante",
                beside.toString(),
                PointInTimeLab.INSTANT,
                wanted.at(),
                "pgbackrest ",
                program);
        int port = lab.startBeside(beside);
        try {
            List<String> there = lab.list(port, INVOICES);
            assertThat(there).containsExactlyInAnyOrderElementsOf(numbers(wanted.before()));
            assertThat(minus(numbers(sold), there))
                    .as("what was sold after the instant is missing, and nothing else")
                    .isEqualTo(minus(numbers(sold), numbers(wanted.before())))
                    .hasSizeGreaterThanOrEqualTo(25);
            assertThat(lab.list(port, LOCKS)).isEqualTo(locks);
            assertThat(lab.ask(port, "show archive_mode"))
                    .as("a copy to look at writes nothing into the shop's archive")
                    .isEqualTo("off");
            assertThat(lab.askAs("erp_app", port, "select count(*) from erp.invoices"))
                    .as("the application knows its password, and outside of a store it sees nothing")
                    .isEqualTo("0");
        } finally {
            lab.stop(beside);
        }
    }

    @Test
    void theEndOfTheArchiveComesBackAndOnlySalesOfTheLastSegmentAreMissing() throws Exception {
        String archived = newestArchived();
        lab.operator("Se perdió el servidor");
        lab.start(lab.stack.postgresData(), lab.port());
        List<String> there = lab.list(lab.port(), INVOICES);
        List<Sale> missing =
                sold.stream().filter(sale -> !there.contains(sale.number())).toList();

        assertThat(missing).allSatisfy(sale -> {
            assertThat(sale.after()).as("%s", sale).isGreaterThan(archived);
            assertThat(sale.committed())
                    .as("the report had promised at most %d minute", promised.exposureMinutes())
                    .isAfter(died.minus(Duration.ofMinutes(promised.exposureMinutes())));
        });
        assertThat(sold.stream().filter(sale -> sale.before().compareTo(archived) > 0))
                .as("what was written after the archive's end is nowhere else")
                .isSubsetOf(missing);
        assertThat(numbers(missing))
                .as("the missing ones are the newest, without a gap before them")
                .isEqualTo(minus(numbers(sold), there))
                .allSatisfy(number ->
                        assertThat(there).allSatisfy(kept -> assertThat(number).isGreaterThan(kept)));
        assertThat(promised.walArchive()).isEqualTo("WORKING");
        assertThat(lab.list(lab.port(), LOCKS)).isEqualTo(locks);

        String next = till.issue().number();
        assertThat(next).as("the shop sells on where the archive ended").isGreaterThan(there.get(there.size() - 1));
        assertThat(shop.brokenInvariants()).isEmpty();
        lab.ask(lab.port(), "select pg_switch_wal()");
        lab.await(
                "select last_archived_wal like '00000002%' and last_archived_wal not like '%history' from pg_stat_archiver");
        assertThat(shop.system(s -> s.health().report()).walArchive())
                .as("and archives on, on a timeline of its own")
                .isEqualTo("WORKING");
    }

    private static List<String> numbers(List<Sale> sales) {
        return sales.stream().map(Sale::number).sorted().toList();
    }

    private static List<String> minus(List<String> all, List<String> some) {
        return all.stream().filter(each -> !some.contains(each)).toList();
    }

    private static String newestArchived() throws Exception {
        try (JsonReader reader =
                Json.createReader(new StringReader(lab.run("pgbackrest --stanza=erp --output=json info")))) {
            return reader.readArray()
                    .getJsonObject(0)
                    .getJsonArray("archive")
                    .getJsonObject(0)
                    .getString("max");
        }
    }
}
