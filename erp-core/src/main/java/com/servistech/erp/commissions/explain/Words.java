package com.servistech.erp.commissions.explain;

/** What kinds and causes are called. */
final class Words {

    private Words() {}

    static String spanish(String kind, String basis) {
        return switch (kind) {
            case "DEBIT" -> "Descuento aprobado por otra persona, con su causa y su evidencia.";
            case "CARRY" -> "Saldo que se arrastra entre períodos.";
            case "PAYOUT" -> "Pago del período.";
            case "EARN" -> "Retrabajo hecho por otra persona.";
            default -> basis.equals("DEBIT") ? "Descuento reversado." : "Ajuste.";
        };
    }

    static String english(String kind, String basis) {
        return switch (kind) {
            case "DEBIT" -> "A debit that another person approved, with its cause and evidence.";
            case "CARRY" -> "A balance that is carried on between months.";
            case "PAYOUT" -> "The month's payment.";
            case "EARN" -> "Work done again for somebody else.";
            default -> basis.equals("DEBIT") ? "A debit that was taken back." : "An adjustment.";
        };
    }

    static String causeEs(String cause) {
        return cause == null
                ? ""
                : switch (cause) {
                    case "CREDIT_NOTE" -> ", por una nota de crédito";
                    case "NOT_PAID" -> ", porque la factura dejó de estar pagada";
                    case "PAID_AGAIN" -> ", porque la factura se pagó otra vez";
                    default -> ", por recálculo";
                };
    }

    static String causeEn(String cause) {
        return cause == null
                ? ""
                : switch (cause) {
                    case "CREDIT_NOTE" -> ", because of a credit note";
                    case "NOT_PAID" -> ", because the invoice is not paid any more";
                    case "PAID_AGAIN" -> ", because the invoice was paid again";
                    default -> ", recomputed";
                };
    }
}
