package com.servistech.erp.it;

import static com.servistech.erp.it.Refusal.assertInvalid;
import static com.servistech.erp.it.Refusal.post;

import com.servistech.erp.sdk.ErpClient;
import com.servistech.erp.sdk.RawResponse;
import jakarta.json.JsonObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A43: an amount is a string of at most two decimals in one of four currencies, and where it is spent that one is said. */
class BadMoneyTest {

    private static final RunningServer SERVER = RunningServer.shared();
    private static final ErpClient MANAGER = SERVER.as("manager.ccs-01");
    private static final String USD = "{\"amount\":\"5.00\",\"currency\":\"USD\"}";
    private static final String VES = "{\"amount\":\"5.00\",\"currency\":\"VES\"}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"amount":"1.234","currency":"USD"} | /cost/amount money.scale
        {"amount":12.5,"currency":"USD"} | /cost/amount field.type
        {"amount":"1e5","currency":"USD"} | /cost/amount number.decimal
        {"amount":"1,50","currency":"USD"} | /cost/amount number.decimal
        {"amount":"","currency":"USD"} | /cost/amount number.decimal
        {"amount":"1111111111111111111111111111111111111111","currency":"USD"} | /cost/amount number.decimal
        {"amount":"99999999999.00","currency":"USD"} | /cost/amount number.range
        {"amount":"1.00","currency":"COP"} | /cost/currency field.value
        {"amount":"1.00"} | /cost/currency field.required
        {"amount":"1.00","currency":"USD","rate":"1"} | /cost/rate field.unknown
        {"amount":"-1.00","currency":"USD"} | /cost/amount number.negative
        {"amount":"1.00","currency":"VES"} | /cost/currency money.currency
        "1.00" | /cost field.type
        """)
    void anAmountThatCannotBeIsRefused(String cost, String place) {
        assertInvalid(part(cost), place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"amount":"1.234","currency":"USD"} | /lines/0/unitPrice/amount money.scale
        {"amount":"-1.00","currency":"USD"} | /lines/0/unitPrice/amount number.negative
        {"amount":"1.00","currency":"VES"} | /lines/0/unitPrice/currency money.currency
        {"amount":"1000000000.01","currency":"USD"} | /lines/0/unitPrice/amount number.range
        """)
    void aPriceOnAnInvoiceIsInDollarsAndNotBelowZero(String price, String place) {
        assertInvalid(invoice(price), place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        ZELLE | {"amount":"1.234","currency":"USD"} | /amount/amount money.scale
        CASH_USD | {"amount":"-1.00","currency":"USD"} | /amount/amount number.negative
        CASH_USD | {"amount":"0.00","currency":"USD"} | /amount/amount number.not-positive
        CASH_USD | {"amount":"1.00","currency":"VES"} | /amount/currency money.currency
        CASH_VES | {"amount":"1.00","currency":"USD"} | /amount/currency money.currency
        """)
    void aPaymentIsMoreThanNothingInTheCurrencyOfItsMethod(String method, String amount, String place) {
        String path = "/invoices/" + anInvoice() + "/payments";
        assertInvalid(post(MANAGER, path, "{\"method\":\"%s\",\"amount\":%s}".formatted(method, amount)), place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"amount":"1.234","currency":"USD"} | /openingUsd/amount money.scale
        {"amount":"-1.00","currency":"USD"} | /openingUsd/amount number.negative
        {"amount":"1.00","currency":"USDT"} | /openingUsd/currency money.currency
        """)
    void aFloatIsInTheCurrencyOfItsDrawer(String usd, String place) {
        String body = "{\"register\":\"Caja X\",\"openingUsd\":%s,\"openingVes\":%s}";
        assertInvalid(post(MANAGER, "/cash-sessions", body.formatted(usd, VES)), place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"amount":"1.234","currency":"USD"} | /unitCost/amount money.scale
        {"amount":"-1.00","currency":"USD"} | /unitCost/amount number.negative
        {"amount":"1.00","currency":"EUR"} | /unitCost/currency money.currency
        """)
    void whatAPartCostsIsInDollarsAndNotBelowZero(String cost, String place) {
        String part = Refusal.get(MANAGER, "/parts")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String body = "{\"partId\":\"%s\",\"kind\":\"RECEIPT\",\"quantity\":1,\"unitCost\":%s,\"reason\":\"x\"}";
        assertInvalid(post(MANAGER, "/stock-movements", body.formatted(part, cost)), place);
    }

    private static RawResponse part(String cost) {
        String body = "{\"sku\":\"X-1\",\"name\":\"x\",\"type\":\"PART\",\"cost\":%s,\"price\":%s}";
        return post(MANAGER, "/parts", body.formatted(cost, USD));
    }

    private static RawResponse invoice(String price) {
        String body = """
            {"customerId":"%s","lines":[{"type":"SERVICE","description":"x","quantity":1,"unitPrice":%s,"tax":"GENERAL"}]}""";
        String customer = Refusal.get(MANAGER, "/customers")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        return post(MANAGER, "/invoices", body.formatted(customer, price));
    }

    private static String anInvoice() {
        JsonObject invoice = invoice(USD).object();
        return invoice.getString("id");
    }
}
