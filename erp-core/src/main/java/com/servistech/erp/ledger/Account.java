package com.servistech.erp.ledger;

/**
 * An account of the chart, by the code under which table {@code accounts} describes it. The constants are those that the
 * shop's acts post to by name; payment methods and bank accounts name further ones in their rows.
 *
 * @param code capitals, as in the chart
 */
public record Account(String code) {

    public static final Account CASH_USD = new Account("CASH_USD");
    public static final Account CASH_VES = new Account("CASH_VES");
    public static final Account SAFE_USD = new Account("SAFE_USD");
    public static final Account SAFE_VES = new Account("SAFE_VES");
    public static final Account BANK_USD = new Account("BANK_USD");
    public static final Account BANK_VES = new Account("BANK_VES");
    public static final Account RECEIVABLE = new Account("RECEIVABLE");
    public static final Account SALES = new Account("SALES");
    public static final Account SALES_RETURNS = new Account("SALES_RETURNS");
    public static final Account IVA_PAYABLE = new Account("IVA_PAYABLE");
    public static final Account IGTF_PAYABLE = new Account("IGTF_PAYABLE");
    public static final Account EXCHANGE_DIFFERENCE = new Account("EXCHANGE_DIFFERENCE");
    public static final Account INVENTORY = new Account("INVENTORY");
    public static final Account COST_OF_SALES = new Account("COST_OF_SALES");
    public static final Account GOODS_IN_TRANSIT = new Account("GOODS_IN_TRANSIT");
    public static final Account BETWEEN_STORES = new Account("BETWEEN_STORES");
    public static final Account GOODS_RECEIVED = new Account("GOODS_RECEIVED");
    public static final Account WARRANTY_FUND = new Account("WARRANTY_FUND");
    public static final Account STOCK_DIFFERENCES = new Account("STOCK_DIFFERENCES");
    public static final Account ABSORBED_COSTS = new Account("ABSORBED_COSTS");
    public static final Account CUSTOMER_CREDIT = new Account("CUSTOMER_CREDIT");
    public static final Account REFUNDS_DUE = new Account("REFUNDS_DUE");
    public static final Account CUSTOMER_DEPOSITS = new Account("CUSTOMER_DEPOSITS");
    public static final Account PETTY_EXPENSES = new Account("PETTY_EXPENSES");
    public static final Account CASH_OVER_SHORT = new Account("CASH_OVER_SHORT");
    public static final Account COMMISSIONS = new Account("COMMISSIONS");
    public static final Account COMMISSIONS_PAYABLE = new Account("COMMISSIONS_PAYABLE");

    public Account {
        if (!code.matches("[A-Z][A-Z0-9_]{1,39}")) {
            throw new IllegalArgumentException("no code of an account: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
