/** The Java client of the ServisTech ERP. What is not exported is no promise. */
module com.servistech.erp.sdk {
    requires java.net.http;
    requires transitive jakarta.json;

    exports com.servistech.erp.sdk;
    exports com.servistech.erp.sdk.audit;
    exports com.servistech.erp.sdk.backup;
    exports com.servistech.erp.sdk.billing;
    exports com.servistech.erp.sdk.cash;
    exports com.servistech.erp.sdk.catalogue;
    exports com.servistech.erp.sdk.commissions;
    exports com.servistech.erp.sdk.counts;
    exports com.servistech.erp.sdk.customers;
    exports com.servistech.erp.sdk.error;
    exports com.servistech.erp.sdk.health;
    exports com.servistech.erp.sdk.identity;
    exports com.servistech.erp.sdk.inventory;
    exports com.servistech.erp.sdk.ledger;
    exports com.servistech.erp.sdk.rates;
    exports com.servistech.erp.sdk.repairs;
    exports com.servistech.erp.sdk.services;
    exports com.servistech.erp.sdk.stores;
    exports com.servistech.erp.sdk.transfers;
    exports com.servistech.erp.sdk.treasury;
}
