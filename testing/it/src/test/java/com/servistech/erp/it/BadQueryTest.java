package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.assertRefused;
import static com.servistech.erp.it.Refusal.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.CallOptions;
import com.servistech.erp.sdk.ErpClient;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A44 among others: a parameter that cannot be is wrong input with the parameter's name; it is neither ignored nor an unknown address. */
class BadQueryTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /customers?limit=abc | /limit field.type
        /customers?limit=0 | /limit number.range
        /customers?limit=101 | /limit number.range
        /customers?limit=-1 | /limit number.range
        /customers?limit=1.5 | /limit field.type
        /customers?limit=99999999999 | /limit field.type
        /customers?updatedSince=yesterday | /updatedSince field.type
        /customers?updatedSince=2026-11-24 | /updatedSince field.type
        /customers?updatedSince=%2B999999999-12-31T00:00:00Z | /updatedSince time.range
        /customers?updatedSince=-9999-01-01T00:00:00Z | /updatedSince time.range
        /customers?q=%00 | /q text.character
        /orders?status=GONE | /status field.value
        /orders?status=TRIAGE&status=GONE | /status field.value
        /orders?technicianId=1-1-1-1-1 | /technicianId field.type
        /orders?customerId=ana | /customerId field.type
        /invoices?status=OPEN | /status field.value
        /invoices?status=paid | /status field.value
        /parts?type=SCREW | /type field.value
        /rates?source=HEARSAY | /source field.value
        /rates?currency=COP | /currency field.value
        /rates?from=2026-13-01 | /from field.type
        /rates?to=%2B12026-01-01 | /to field.type
        /rates/current?currency=dollar | /currency field.value
        /rates/effective?date=tomorrow | /date field.type
        /commissions?period=november | /period commissions.period
        /commissions?technicianId=x | /technicianId field.type
        /audit?id=x | /id field.type
        /audit?from=x | /from field.type
        /audit?entity=%00 | /entity text.character
        /customers?cursor=!!! | /cursor cursor.invalid
        """)
    void isSaidToBeWrongAtItsPlace(String address, String place) {
        assertInvalid(get(MANAGER, address), place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"customers", "orders", "parts", "stores", "users", "invoices", "cash-sessions", "rates", "audit"
            })
    void aCursorThatNobodyGaveOutIsRefusedOrReadsNothing(String list) {
        for (String cursor :
                new String[] {"AA", "eA", "LTE", "____", "%F0%9F%98%80", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"}) {
            int status = get(MANAGER, "/" + list + "?cursor=" + cursor).status();
            assertThat(status).as(list + " " + cursor).isIn(200, 422);
        }
    }

    @Test
    void anEmptyParameterIsNone() {
        assertThat(get(MANAGER, "/orders?status=&technicianId=&limit=&updatedSince=&cursor=&q=")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAddressThatIsNoneIsAProblemToo() {
        for (String path :
                new String[] {"/customers/" + UUID.randomUUID() + "/nothing", "/customers/123", "/nothing"}) {
            assertRefused(get(MANAGER, path), 404, "request.no-such-path");
        }
        assertRefused(MANAGER.send("DELETE", "/customers", CallOptions.raw()), 405, "request.method");
        assertThat(MANAGER.send("DELETE", "/customers", CallOptions.raw()).header("Allow"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"text/html, 406", "garbage, 400", "a/b;q=x, 400"})
    void anAnswerThatCannotBeGivenIsAProblemToo(String accept, int status) {
        String code = status == 406 ? "request.not-acceptable" : "request.malformed";
        assertRefused(MANAGER.send("GET", "/customers", CallOptions.raw().header("Accept", accept)), status, code);
    }
}
