package com.servistech.erp.stores;

/** A taxpayer to be entered; see {@link IssuerCard} for the meanings. */
public record NewIssuer(
        String rif, String name, String address, String regime, String missingRate, String weekendRate) {}
