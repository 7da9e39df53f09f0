package com.servistech.erp.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.JsonView;
import com.servistech.erp.sdk.customers.Customer;
import com.servistech.erp.sdk.customers.CustomerDraft;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A paper that goes with a device, over HTTP. */
class DeliveryNotesTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient DESK = SERVER.as("front-desk.vln-01");

    @Test
    void aDeliveryNoteIsIssuedReadAndPrintedInBothFormats() {
        Customer ana =
                DESK.customers().create(CustomerDraft.of("Ana Pérez", "V-6" + RunningServer.unique(), "0414-1234567"));
        JsonObject draft = Json.createObjectBuilder()
                .add("customerId", ana.id().toString())
                .add(
                        "lines",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("description", "iPhone 11")
                                        .add("quantity", 1)))
                .build();
        JsonView note = DESK.deliveryNotes().issue(draft);
        assertThat(note.string("number")).startsWith("NE-");
        assertThat(DESK.deliveryNotes().get(note.uuid("id")).objects("lines"))
                .extracting(line -> line.string("description"))
                .containsExactly("iPhone 11");
        assertThat(DESK.deliveryNotes().list().items())
                .extracting(each -> each.uuid("id"))
                .contains(note.uuid("id"));
        for (String format : new String[] {"a4", "ticket"}) {
            assertThat(new String(DESK.deliveryNotes().pdf(note.uuid("id"), format), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
        }
    }
}
