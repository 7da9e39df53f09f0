package com.servistech.erp.billing.fiscal.digital;

import static com.servistech.erp.testkit.Counter.line;
import static com.servistech.erp.testkit.Counter.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.servistech.erp.billing.fiscal.ControlAnswer;
import com.servistech.erp.billing.fiscal.FiscalDocument;
import com.servistech.erp.billing.invoice.InvoiceView;
import com.servistech.erp.billing.note.NewCreditNote;
import com.servistech.erp.billing.note.NoteView;
import com.servistech.erp.billing.tax.Tax;
import com.servistech.erp.error.Conflict;
import com.servistech.erp.kit.FiscalProviderServer;
import com.servistech.erp.kit.FiscalProviderServer.Mishap;
import com.servistech.erp.money.Money;
import com.servistech.erp.stores.Policy;
import com.servistech.erp.tenancy.Role;
import com.servistech.erp.testkit.Counter;
import com.servistech.erp.testkit.ErpFixture;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents whose control number comes from a provider that delays, refuses, breaks and loses its answers. */
class DigitalProviderTest {

    private static final ErpFixture SHOP = ErpFixture.shared();

    private final FiscalProviderServer server = FiscalProviderServer.start();
    private final DigitalProvider provider = new DigitalProvider(
            new ProviderConfig(server.url(), "servistech", "only for tests", Duration.ofSeconds(2)));
    private final Counter counter = Counter.of("ORDINARY").with(Policy.FISCAL_CHANNEL, "DIGITAL");

    @BeforeEach
    void theFirstDay() {
        Counter.firstDay();
    }

    @AfterEach
    void close() {
        server.close();
        assertThat(SHOP.brokenInvariants()).isEmpty();
    }

    @Test
    void anInvoiceIsIssuedAtOnceAndWaitsForItsControlNumber() {
        InvoiceView issued = counter.issue(service("Servicio", "100.00"));
        assertThat(issued.documentState()).isEqualTo("ISSUED_PENDING_CONTROL");
        assertThat(issued.number()).endsWith("-00000001");
        assertThat(issued.controlNumber()).isNull();
        ask();
        InvoiceView controlled = read(issued);
        assertThat(controlled.documentState()).isEqualTo("ISSUED");
        assertThat(controlled.controlNumber()).isEqualTo("05-00007000");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void theProviderIsToldWhatTheLawWantsInItsOwnWords() {
        InvoiceView issued = counter.issue(
                Money.usd("5.00"),
                service("Pantalla", "33.33"),
                service("Mano de obra", "19.99"),
                line("Exento", "7.50", Tax.EXEMPT));
        ask();
        JsonObject sent = sent(0);
        JsonObject head = sent.getJsonObject("encabezado");
        JsonObject name = head.getJsonObject("identificacionDocumento");
        assertThat(name.getString("tipoDocumento")).isEqualTo("01");
        assertThat(name.getString("numeroDocumento")).isEqualTo("1");
        assertThat(name.getString("fechaEmision")).isEqualTo("06/10/2026");
        assertThat(name.getString("horaEmision")).isEqualTo("11:00:00 am");
        assertThat(name.getString("moneda")).isEqualTo("BSD");
        JsonObject buyer = head.getJsonObject("comprador");
        assertThat(buyer.getString("tipoIdentificacion")).isEqualTo("V");
        assertThat(buyer.getString("numeroIdentificacion")).matches("[0-9]{8}");
        JsonObject totals = head.getJsonObject("totales");
        assertThat(totals.getString("montoGravadoTotal")).isEqualTo("42694.90");
        assertThat(totals.getString("montoExentoTotal")).isEqualTo("6002.06");
        assertThat(totals.getString("totalIVA")).isEqualTo("6831.18");
        assertThat(totals.getString("totalAPagar")).isEqualTo("55528.14");
        assertThat(totals.getString("totalIGTF")).isEqualTo("0.00");
        assertThat(totals.getJsonArray("impuestosSubtotal")).hasSize(2);
        JsonObject dollars = head.getJsonObject("totalesOtraMoneda");
        assertThat(dollars.getString("moneda")).isEqualTo("USD");
        assertThat(dollars.getString("tipoCambio")).startsWith("872.3927");
        assertThat(dollars.getString("totalAPagar")).isEqualTo("63.65");
        assertThat(sent.getJsonArray("detallesItems")).hasSize(3);

        NoteView note = counter.as(
                Role.SUPERVISOR, s -> s.billing().credit(issued.id(), new NewCreditNote(null, "cliente equivocado")));
        assertThat(note.documentState()).isEqualTo("ISSUED_PENDING_CONTROL");
        ask();
        JsonObject credit = sent(1).getJsonObject("encabezado").getJsonObject("identificacionDocumento");
        assertThat(credit.getString("tipoDocumento")).isEqualTo("02");
        assertThat(credit.getString("numeroFacturaAfectada")).isEqualTo("1");
        assertThat(credit.getString("montoFacturaAfectada")).isEqualTo("55528.14");
        assertThat(credit.getString("comentarioFacturaAfectada")).isEqualTo("cliente equivocado");
    }

    @Test
    void aLostAnswerIsAskedForAndCostsNoSecondControlNumber() {
        InvoiceView issued = counter.issue(service("Servicio", "100.00"));
        server.next(Mishap.ANSWER_LOST);
        ask();
        assertThat(read(issued).documentState()).isEqualTo("ISSUED_PENDING_CONTROL");
        assertThat(server.numbered()).isEqualTo(1);
        ask();
        assertThat(read(issued).controlNumber()).isEqualTo("05-00007000");
        assertThat(server.numbered()).isEqualTo(1);
        assertThat(server.submissions()).hasSize(1);
    }

    @Test
    void aProviderThatTakesTooLongHasNotAnsweredAndIsAskedAgain() {
        InvoiceView issued = counter.issue(service("Servicio", "100.00"));
        server.next(Mishap.DELAYED);
        ask();
        assertThat(read(issued).controlNumber()).isNull();
        server.release();
        ask();
        assertThat(read(issued).controlNumber()).isEqualTo("05-00007000");
        assertThat(server.numbered()).isEqualTo(1);
    }

    @Test
    void whatBreaksIsTriedAgainAndWhatIsRefusedIsShownToAPerson() {
        InvoiceView issued = counter.issue(service("Servicio", "100.00"));
        server.next(Mishap.BROKEN, Mishap.NONSENSE, Mishap.REFUSED, Mishap.SIGNED_OUT);
        ask();
        ask();
        assertThat(read(issued).controlNumber()).isNull();
        FiscalDocument waiting = waiting().get(0);
        assertThat(provider.submit(waiting))
                .isInstanceOfSatisfying(
                        ControlAnswer.Refused.class, e -> assertThat(e.reason()).contains("RIF no registrado"));
        // a token that has expired is renewed in the same call
        ask();
        assertThat(read(issued).controlNumber()).isEqualTo("05-00007000");
    }

    @Test
    void nobodyIsThereUntilAProviderIsConfigured() {
        counter.issue(service("Servicio", "100.00"));
        FiscalDocument waiting = waiting().get(0);
        assertThat(new DigitalProvider(ProviderConfig.NONE).submit(waiting))
                .isInstanceOf(ControlAnswer.Unanswered.class);
        DigitalProvider stranger =
                new DigitalProvider(new ProviderConfig(server.url(), "nobody", "wrong", Duration.ofSeconds(2)));
        assertThat(stranger.submit(waiting)).isInstanceOf(ControlAnswer.Unanswered.class);
    }

    @Test
    void twoAnswersForOneDocumentAreOneAndAnotherNumberIsRefused() throws Exception {
        InvoiceView issued = counter.issue(service("Servicio", "100.00"));
        InvoiceView other = counter.issue(service("Servicio", "50.00"));
        ControlAnswer answer = new ControlAnswer.Assigned("05-00000042", "T1", "00");
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Void> take = () -> {
                take(issued, answer);
                return null;
            };
            for (var done : both.invokeAll(List.of(take, take))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }
        assertThat(read(issued).controlNumber()).isEqualTo("05-00000042");
        assertThatThrownBy(() -> take(issued, new ControlAnswer.Assigned("05-00000043", "T2", "00")))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.code()).isEqualTo("documents.control-taken"));
        assertThatThrownBy(() -> take(other, answer)).isInstanceOf(Conflict.class);
        assertThat(read(other).documentState()).isEqualTo("ISSUED_PENDING_CONTROL");
    }

    /** What {@code Erp.askForControlNumbers} does, with this provider. */
    private void ask() {
        for (FiscalDocument document : waiting()) {
            ControlAnswer answer = provider.submit(document);
            counter.as(Role.FRONT_DESK, s -> {
                s.billing().takeControl(document.id(), answer);
                return null;
            });
        }
    }

    private void take(InvoiceView invoice, ControlAnswer answer) {
        counter.as(Role.FRONT_DESK, s -> {
            s.billing().takeControl(invoice.id(), answer);
            return null;
        });
    }

    private List<FiscalDocument> waiting() {
        return counter.as(Role.FRONT_DESK, s -> s.billing().pendingControl());
    }

    private InvoiceView read(InvoiceView invoice) {
        return counter.as(Role.FRONT_DESK, s -> s.billing().get(invoice.id()));
    }

    private JsonObject sent(int index) {
        return Json.createReader(new StringReader(server.submissions().get(index)))
                .readObject()
                .getJsonObject("documentoElectronico");
    }
}
