package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.Money;
import com.servistech.erp.sdk.billing.Invoice;
import com.servistech.erp.sdk.billing.InvoiceDraft;
import com.servistech.erp.sdk.billing.InvoiceLine;
import com.servistech.erp.sdk.billing.PaymentRequest;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import com.servistech.erp.sdk.error.Forbidden;
import com.servistech.erp.tenancy.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The books that the tax authority asks for, as an accountant takes them from the server. */
class FiscalBooksTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.zul-01");
    private static final ErpClient ACCOUNTANT = SERVER.as("accountant.zul-01");
    private static final LocalDate TODAY = LocalDate.now(Work.CARACAS);

    @BeforeAll
    static void theBankPublishesTodaysRate() {
        SpecialTaxpayer.opensOn(SERVER);
        SERVER.publishRate();
        SERVER.as("manager.zul-01").rates().refresh("BCV");
    }

    @Test
    void anInvoiceStandsInTheSalesBookOfItsMonthAndItsIgtfInTheFortnightsBook() {
        Customer ana =
                DESK.customers().create(CustomerDraft.of("Ana Pérez", "V-5" + RunningServer.unique(), "0414-1234567"));
        Invoice invoice = DESK.invoices()
                .issue(InvoiceDraft.to(ana.id())
                        .line(InvoiceLine.service("Cambio de pantalla", 1, Money.usd("100.00"))
                                .tax("GENERAL")));
        DESK.cashSessions().open("Caja 1", Money.usd("0.00"), Money.ves("0.00"));
        DESK.invoices().pay(invoice.id(), PaymentRequest.cashUsd(Money.usd("119.48")));

        JsonView sales = ACCOUNTANT.books().salesBook(YearMonth.from(TODAY));
        JsonView row = sales.objects("rows").stream()
                .filter(each -> each.optional("number", each::string).equals(invoice.number()))
                .findFirst()
                .orElseThrow();
        assertThat(row.string("transaction")).isEqualTo("01-REG");
        assertThat(row.object("general").money("base")).isEqualTo(Money.ves("90244.17"));
        assertThat(row.object("general").money("iva")).isEqualTo(Money.ves("14439.07"));
        assertThat(row.money("total")).isEqualTo(Money.ves("104683.24"));
        assertThat(ACCOUNTANT.books().salesBookCsv(YearMonth.from(TODAY)))
                .startsWith("N° operación,Fecha,RIF o cédula")
                .contains(invoice.number().orElseThrow(), "104683.24,0.00,90244.17,16,14439.07");

        JsonView igtf = ACCOUNTANT.books().igtfBook(TODAY);
        JsonView perceived = igtf.objects("rows").stream()
                .filter(each -> each.optional("invoice", each::string).equals(invoice.number()))
                .findFirst()
                .orElseThrow();
        assertThat(perceived.money("base")).isEqualTo(Money.usd("116.00"));
        assertThat(perceived.money("igtf")).isEqualTo(Money.usd("3.48"));
        assertThat(perceived.money("igtfVes")).isEqualTo(Money.ves("3140.50"));
        BigDecimal sum = igtf.objects("rows").stream()
                .map(each -> each.money("igtfVes").amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(igtf.money("totalVes").amount()).isEqualByComparingTo(sum);
        assertThat(ACCOUNTANT.books().igtfBookCsv(TODAY)).contains("116.00,3.48,3140.50");
        assertThatThrownBy(() -> DESK.books().salesBook(YearMonth.from(TODAY))).isInstanceOf(Forbidden.class);
    }
}
