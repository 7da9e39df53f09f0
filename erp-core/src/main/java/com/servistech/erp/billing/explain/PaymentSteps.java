package com.servistech.erp.billing.explain;

import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.math.BigDecimal;

/** What one payment did, step by step. */
final class PaymentSteps {

    private final Steps steps;

    PaymentSteps(Steps steps) {
        this.steps = steps;
    }

    void of(Paid paid) {
        String at = "/payments/" + paid.id();
        received(at, paid);
        if (paid.applied() == null) {
            return;
        }
        igtf(at, paid);
        applied(at, paid);
        difference(at, paid);
        rest(at, paid);
    }

    private void received(String at, Paid paid) {
        steps.step("PAYMENT_RECEIVED", at, "as handed over")
                .with("method", paid.method())
                .with("state", paid.state())
                .with("rate", paid.rate())
                .with("valueDate", paid.valueDate())
                .gives(null, paid.amount())
                .says(
                        "Pago %s por %s (%s) a la tasa %s, fecha valor %s."
                                .formatted(
                                        paid.method(),
                                        paid.amount(),
                                        state(paid.state()),
                                        Steps.text(paid.rate()),
                                        paid.valueDate()),
                        "Payment by %s of %s (%s) at the rate %s, value date %s."
                                .formatted(
                                        paid.method(),
                                        paid.amount(),
                                        paid.state(),
                                        Steps.text(paid.rate()),
                                        paid.valueDate()));
    }

    private void igtf(String at, Paid paid) {
        if (paid.igtfPercent().signum() == 0) {
            steps.step("IGTF_NONE", at, "0")
                    .with("legalSource", paid.igtfSource())
                    .gives(null, Money.zero(Currency.USD))
                    .says("Sin IGTF: %s.".formatted(paid.igtfSource()), "No IGTF: %s.".formatted(paid.igtfSource()));
            return;
        }
        BigDecimal percent = paid.igtfPercent().stripTrailingZeros();
        steps.step("IGTF", at, paid.igtfMethod().equals("GROSS") ? "handed over × percent" : "base × percent")
                .with("base", Money.rounded(paid.applied(), Currency.USD))
                .with("handedOver", paid.amount())
                .with("percent", percent)
                .with("method", paid.igtfMethod())
                .with("igtfVes", paid.igtfVes())
                .with("legalSource", paid.igtfSource())
                .gives(null, paid.igtf())
                .says(
                        "IGTF del %s %% (%s, %s): %s, %s a la tasa del pago."
                                .formatted(
                                        Steps.text(percent),
                                        paid.igtfMethod(),
                                        paid.igtfSource(),
                                        paid.igtf(),
                                        paid.igtfVes()),
                        "IGTF of %s %% (%s, %s): %s, %s at the payment's rate."
                                .formatted(
                                        Steps.text(percent),
                                        paid.igtfMethod(),
                                        paid.igtfSource(),
                                        paid.igtf(),
                                        paid.igtfVes()));
    }

    private void applied(String at, Paid paid) {
        boolean bolivares = paid.amount().currency() == Currency.VES;
        String formula = bolivares
                ? "amount ÷ rate with eight decimals; what closes takes the rest"
                : "amount − igtf − change − credit";
        steps.step("PAYMENT_APPLIED", at, formula)
                .with("amount", paid.amount())
                .with("rate", paid.rate())
                .with("appliedUsd", paid.applied())
                .with("valueVes", paid.value())
                .with("releasedVes", paid.released())
                .gives(paid.applied(), Money.rounded(paid.applied(), Currency.USD))
                .says(
                        "Rebaja la deuda en %s USD: %s al día del pago, %s de los bolívares de la factura."
                                .formatted(Steps.text(paid.applied()), paid.value(), paid.released()),
                        "It takes %s USD off the debt: %s on the day of the payment, %s of the invoice's bolívares."
                                .formatted(Steps.text(paid.applied()), paid.value(), paid.released()));
    }

    private void difference(String at, Paid paid) {
        Money difference = paid.value().minus(paid.released());
        if (!difference.isZero()) {
            steps.step("EXCHANGE_DIFFERENCE", at, "valueVes − releasedVes")
                    .with("valueVes", paid.value())
                    .with("releasedVes", paid.released())
                    .gives(null, difference)
                    .says(
                            "Diferencia en cambio entre emisión y pago: %s.".formatted(difference),
                            "Exchange difference between issue and payment: %s.".formatted(difference));
        }
    }

    private void rest(String at, Paid paid) {
        if (!paid.change().isZero()) {
            steps.step("CHANGE", at, "what was handed over too much")
                    .gives(null, paid.change())
                    .says("Vuelto: %s.".formatted(paid.change()), "Change: %s.".formatted(paid.change()));
        }
        if (!paid.credit().isZero()) {
            steps.step("CREDIT", at, "what was paid too much")
                    .gives(null, paid.credit())
                    .says(
                            "Queda a favor del cliente: %s.".formatted(paid.credit()),
                            "Kept as the customer's credit: %s.".formatted(paid.credit()));
        }
    }

    private static String state(String state) {
        switch (state) {
            case "CONFIRMED":
                return "confirmado";
            case "REJECTED":
                return "rechazado";
            case "REVERSED":
                return "reversado";
            default:
                return "reportado, por confirmar";
        }
    }
}
