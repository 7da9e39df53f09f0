package com.servistech.erp.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that people read is the table that the code asks. */
class PermissionsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "permissions.md");
    private static final Path EXPECTED = Path.of("target", "permissions.md");

    /** What each permission lets somebody do; a new one is explained here. */
    private static final String WORDS = """
            STORES_READ | ver las sedes propias | see the own stores
            STORES_WRITE | abrir y cambiar sedes | open and change stores
            LIMITS_WRITE | fijar los límites de la caja, de los conteos y de los reintegros de la sede | set the store's limits of cash differences, counts of stock and refunds
            TAX_RULES_WRITE | escribir las alícuotas de la ley, con su fecha | write the law's percentages, dated
            USERS_READ | ver las personas de la sede | see the store's people
            USERS_WRITE | incorporar, cambiar, desactivar personas de rango menor y darles otra contraseña | let in, change and disable people of a lower rank, give them a new password
            FILES_STORE | guardar fotos y comprobantes | store pictures and receipts
            FILES_READ | ver fotos y comprobantes | see pictures and receipts
            CUSTOMERS_READ | ver clientes y sus equipos | see customers and their devices
            CUSTOMERS_WRITE | registrar y cambiar clientes y equipos | register and change customers and devices
            RATES_READ | ver y convertir con las tasas | see rates and convert with them
            RATES_WRITE | pedir y escribir tasas | fetch and write rates
            PARTS_READ | ver repuestos y existencias | see parts and stock
            PARTS_WRITE | escribir el catálogo de repuestos | write the catalogue of parts
            SERVICES_WRITE | escribir el catálogo de servicios y sus precios | write the catalogue of services and its prices
            STOCK_MOVE | recibir y ajustar existencias | receive and adjust stock
            STOCK_APPROVE | aprobar diferencias de conteo y faltantes de traslados | approve differences of counts and losses of transfers
            STOCK_VALUE | ver cuánto vale el inventario | see what the stock is worth
            ORDERS_READ | ver las órdenes de servicio | see service orders
            ORDERS_RECEIVE | recibir equipos | receive devices
            ORDERS_ASSIGN | asignar técnicos | assign technicians
            ORDERS_REPAIR | diagnosticar y reparar | diagnose and repair
            ORDERS_QA | aprobar o devolver en control de calidad | pass or return in quality control
            ORDERS_DELIVER | entregar equipos | hand devices over
            INVOICES_READ | ver facturas | see invoices
            INVOICES_ISSUE | emitir facturas | issue invoices
            INVOICES_CREDIT | emitir notas de crédito y de débito | issue credit and debit notes
            INVOICES_OPEN_ITEM | facturar renglones libres | invoice items without a part or service
            PAYMENTS_TAKE | cobrar | take payments
            PAYMENTS_CONFIRM | confirmar o rechazar pagos | confirm or reject payments
            PAYMENTS_REVERSE | reversar pagos confirmados | reverse confirmed payments
            REFUNDS_APPROVE | aprobar devoluciones de dinero | approve refunds
            CASH_SESSIONS | abrir, contar y cerrar cajas | open, count and close cash sessions
            CASH_SUPERVISE | aprobar diferencias de caja y cerrar cajas ajenas | approve differences and close other people's sessions
            TREASURY_READ | ver formas de pago, bancos y cuentas | see payment methods, banks and accounts
            PAYMENT_METHODS_WRITE | escribir las formas de pago de la cadena | write the chain's payment methods
            SHOP_ACCOUNTS_WRITE | escribir las cuentas de la sede | write the store's accounts
            LEDGER_READ | ver los libros contables | see the books
            PERIODS_CLOSE | cerrar meses contables | close months of the books
            COMMISSIONS_READ_ALL | ver las comisiones de todos | see everybody's commissions
            COMMISSIONS_READ_OWN | ver las comisiones propias | see the own commissions
            COMMISSIONS_SETTLE | liquidar comisiones | settle commissions
            COMMISSIONS_RULES | decidir quién gana qué comisión | decide who earns which commission
            COMMISSIONS_APPROVE | aprobar, reabrir y cerrar períodos de comisiones | approve, reopen and close months of commissions
            COMMISSIONS_PAY | pagar comisiones aprobadas | pay approved commissions
            COMMISSIONS_DEBIT | proponer descuentos al personal | propose debits
            COMMISSIONS_DEBIT_APPROVE | decidir y reversar descuentos | decide and take back debits
            AUDIT_READ | leer y verificar la auditoría | read and verify the audit
            BACKUPS | respaldar, comprobar respaldos y verlos | take, prove and see backups
            JOBS_READ | ver las tareas y sus corridas | see jobs and their runs
            JOBS_RUN | pedir y cancelar corridas | ask for runs and cancel them
            """;

    private static final Map<Role, String> ROLES = Map.ofEntries(
            Map.entry(Role.SUPER_ADMIN, "superadministrador"),
            Map.entry(Role.REGIONAL_MANAGER, "gerente regional"),
            Map.entry(Role.MANAGER, "gerente"),
            Map.entry(Role.SUPERVISOR, "encargada"),
            Map.entry(Role.FRONT_DESK, "anfitrión"),
            Map.entry(Role.TECHNICIAN, "técnico"),
            Map.entry(Role.QA, "control de calidad"),
            Map.entry(Role.WAREHOUSE, "almacén"),
            Map.entry(Role.COURIER, "mensajero"),
            Map.entry(Role.ACCOUNTANT, "contador"),
            Map.entry(Role.CUSTOMER, "cliente"));

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String expected = page();
        Files.createDirectories(EXPECTED.getParent());
        Files.writeString(EXPECTED, expected);
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("copy erp-core/" + EXPECTED + " to docs/permissions.md")
                .isEqualTo(expected);
    }

    @Test
    void everyRoleAndPermissionIsExplained() {
        assertThat(ROLES.keySet()).containsExactlyInAnyOrder(Role.values());
        assertThat(words().keySet())
                .containsExactly(
                        Arrays.stream(Permission.values()).map(Enum::name).toArray(String[]::new));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Permisos / Permissions

                Quién puede qué, tal como lo pregunta el código (`tenancy.Permission`); una prueba mantiene esta página igual.
                El rol vale en cada sede por separado; en varias a la vez solo cuenta lo que se puede en todas. `SUPER_ADMIN`
                puede todo, en cualquier sede y en la cadena. Nadie administra a alguien de su mismo rango ni de uno mayor.
                Una cuenta de servicio tiene un rol y, de lo que ese rol puede, solo lo concedido; lo marcado con ◇ nunca.

                Who may do what, as the code asks it (`tenancy.Permission`); a test keeps this page equal. A role counts store by
                store; over several at once only what is allowed in all of them. `SUPER_ADMIN` may do everything, in any store and
                on the chain. Nobody manages anybody of the own rank or above. A service account has a role and, of what that role
                may, only what it was granted; never what is marked with ◇.

                | | """);
        List<Role> roles = roles();
        roles.forEach(role -> page.append(" `")
                .append(role)
                .append("`<br>")
                .append(ROLES.get(role))
                .append(" |"));
        page.append("\n|---|").append(":-:|".repeat(roles.size())).append('\n');
        Map<String, String[]> words = words();
        for (Permission permission : Permission.values()) {
            String[] told = words.getOrDefault(permission.name(), new String[] {"", "?", "?"});
            String mark = permission.isForPeopleOnly() ? " ◇" : "";
            page.append("| `%s`%s<br>%s<br>*%s* |".formatted(permission, mark, told[1].strip(), told[2].strip()));
            roles.forEach(role -> page.append(permission.isGivenTo(role) ? " ● |" : " |"));
            page.append('\n');
        }
        return page.toString();
    }

    /** From the top down. */
    private static List<Role> roles() {
        return Arrays.stream(Role.values())
                .sorted((a, b) -> a.outranks(b) ? -1 : b.outranks(a) ? 1 : 0)
                .toList();
    }

    private static Map<String, String[]> words() {
        return WORDS.lines()
                .map(line -> line.split("\\|"))
                .collect(Collectors.toMap(
                        parts -> parts[0].strip(), parts -> parts, (a, b) -> a, java.util.LinkedHashMap::new));
    }
}
