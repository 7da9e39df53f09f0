package com.servistech.erp.sdk;

import com.servistech.erp.sdk.audit.AuditTrail;
import com.servistech.erp.sdk.backup.Backups;
import com.servistech.erp.sdk.billing.DeliveryNotes;
import com.servistech.erp.sdk.billing.Deposits;
import com.servistech.erp.sdk.billing.Invoices;
import com.servistech.erp.sdk.billing.Payments;
import com.servistech.erp.sdk.billing.Refunds;
import com.servistech.erp.sdk.cash.CashSessions;
import com.servistech.erp.sdk.catalogue.Catalogue;
import com.servistech.erp.sdk.commissions.Commissions;
import com.servistech.erp.sdk.counts.StockCounts;
import com.servistech.erp.sdk.customers.Customers;
import com.servistech.erp.sdk.files.Files;
import com.servistech.erp.sdk.health.Health;
import com.servistech.erp.sdk.identity.Auth;
import com.servistech.erp.sdk.identity.ServiceAccounts;
import com.servistech.erp.sdk.identity.Users;
import com.servistech.erp.sdk.internal.json.JsonText;
import com.servistech.erp.sdk.inventory.Parts;
import com.servistech.erp.sdk.inventory.StockMovements;
import com.servistech.erp.sdk.inventory.StockReports;
import com.servistech.erp.sdk.jobs.Jobs;
import com.servistech.erp.sdk.ledger.Books;
import com.servistech.erp.sdk.rates.Rates;
import com.servistech.erp.sdk.repairs.ServiceOrders;
import com.servistech.erp.sdk.services.Services;
import com.servistech.erp.sdk.stores.Stores;
import com.servistech.erp.sdk.transfers.Transfers;
import com.servistech.erp.sdk.treasury.Treasury;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The way into a ServisTech ERP server. Safe for many threads and meant to live as long as the program; the one that
 * was built owns the connections and ends them in {@link #close()}, those derived from it share them and end nothing.
 *
 * <pre>{@code
 * try (ErpClient erp = ErpClient.builder()
 *         .baseUri(URI.create("https://erp.example.com"))
 *         .credentials(Credentials.signIn("ana@example.com", password))
 *         .build()) {
 *     Invoice invoice = erp.inStore(storeId).invoices().issue(InvoiceDraft.to(customerId).line(line));
 * }
 * }</pre>
 */
public final class ErpClient implements AutoCloseable {

    private static final String WHOLE_CHAIN = "*";

    private final Wire wire;
    private final Requests requests;
    private final boolean owner;

    private ErpClient(Wire wire, Requests requests, boolean owner) {
        this.wire = wire;
        this.requests = requests;
        this.owner = owner;
    }

    public static ErpClientBuilder builder() {
        return new ErpClientBuilder();
    }

    static ErpClient open(ClientSettings settings, Credentials credentials) {
        return new ErpClient(
                Wire.open(settings, credentials), new Requests(settings.baseUri(), Optional.empty()), true);
    }

    /** A client of the same caller that works in this store. */
    public ErpClient inStore(UUID storeId) {
        return new ErpClient(wire, requests.inStore(storeId.toString()), false);
    }

    /** A client of the same caller that reads the whole chain, which a SUPER_ADMIN may. */
    public ErpClient inWholeChain() {
        return new ErpClient(wire, requests.inStore(WHOLE_CHAIN), false);
    }

    /** A client of another caller over the same connections, in the same store. */
    public ErpClient as(Credentials credentials) {
        return new ErpClient(wire.as(credentials), requests, false);
    }

    public Auth auth() {
        return Auth.over(this);
    }

    public Rates rates() {
        return Rates.over(this);
    }

    public Stores stores() {
        return Stores.over(this);
    }

    public Users users() {
        return Users.over(this);
    }

    public ServiceAccounts serviceAccounts() {
        return ServiceAccounts.over(this);
    }

    public Customers customers() {
        return Customers.over(this);
    }

    public Parts parts() {
        return Parts.over(this);
    }

    public StockMovements stockMovements() {
        return StockMovements.over(this);
    }

    public StockReports stock() {
        return StockReports.over(this);
    }

    public StockCounts stockCounts() {
        return StockCounts.over(this);
    }

    public Transfers transfers() {
        return Transfers.over(this);
    }

    public Catalogue catalogue() {
        return Catalogue.over(this);
    }

    public Services services() {
        return Services.over(this);
    }

    public ServiceOrders orders() {
        return ServiceOrders.over(this);
    }

    public Invoices invoices() {
        return Invoices.over(this);
    }

    public DeliveryNotes deliveryNotes() {
        return DeliveryNotes.over(this);
    }

    public Payments payments() {
        return Payments.over(this);
    }

    public Deposits deposits() {
        return Deposits.over(this);
    }

    public Refunds refunds() {
        return Refunds.over(this);
    }

    public Treasury treasury() {
        return Treasury.over(this);
    }

    public Books books() {
        return Books.over(this);
    }

    public Files files() {
        return Files.over(this);
    }

    public CashSessions cashSessions() {
        return CashSessions.over(this);
    }

    public Commissions commissions() {
        return Commissions.over(this);
    }

    public Jobs jobs() {
        return Jobs.over(this);
    }

    public AuditTrail audit() {
        return AuditTrail.over(this);
    }

    /** Of the whole chain, for a SUPER_ADMIN. */
    public Backups backups() {
        return Backups.over(this);
    }

    /** The state of the server and of what it depends on, as it is now; also when it is bad. */
    public Health health() {
        CallOptions options = CallOptions.raw().atRoot().anonymous().retries(0);
        return Health.over(send("GET", "/health", options).view());
    }

    /** Sends a request without a body. The path starts with a slash and is below {@code /api/v1}. */
    public RawResponse send(String method, String path, CallOptions options) {
        return wire.send(requests.call(method, path, Optional.empty(), options), options);
    }

    /** Sends any JSON to any address: what the endpoint groups do not cover is reached by this. No body is sent for null. */
    public RawResponse send(String method, String path, JsonValue body, CallOptions options) {
        Optional<byte[]> bytes = Optional.ofNullable(body).map(JsonText::bytes);
        return wire.send(requests.call(method, path, bytes, options), options);
    }

    /** Sends any text, even what is no JSON; it is declared as JSON unless the options set a Content-Type. */
    public RawResponse sendText(String method, String path, String body, CallOptions options) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return wire.send(requests.call(method, path, Optional.of(bytes), options), options);
    }

    /** Posts a file as it is. */
    public RawResponse sendBytes(String path, byte[] file, CallOptions options) {
        CallOptions binary = options.header("Content-Type", "application/octet-stream");
        return wire.send(requests.call("POST", path, Optional.of(file), binary), binary);
    }

    /** Reads the object at an address. */
    public JsonView get(String path, CallOptions options) {
        return send("GET", path, options.refusing()).view();
    }

    /** Posts a body and reads the object that comes back. */
    public JsonView post(String path, JsonObject body, CallOptions options) {
        return send("POST", path, body, options.refusing()).view();
    }

    /** Replaces the thing at an address, which must still have the given version. */
    public JsonView put(String path, String etag, JsonObject body, CallOptions options) {
        return send("PUT", path, body, options.refusing().ifMatch(etag)).view();
    }

    /** Reads the first page of the list at an address; the pages after it are asked for with the same options. */
    public <T> Page<T> page(String path, CallOptions options, Function<JsonView, T> reader) {
        JsonView answer = get(path, options);
        List<T> items = answer.objects("items").stream().map(reader).toList();
        Optional<String> cursor = answer.optional("nextCursor", answer::string);
        return new Page<>(items, cursor, next -> page(path, options.query("cursor", next), reader));
    }

    /** Ends the connections if this client was built; does nothing if it was derived from another. */
    @Override
    public void close() {
        if (owner) {
            wire.close();
        }
    }
}
