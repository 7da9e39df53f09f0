package com.servistech.erp.billing.fiscal;

import java.time.LocalDate;

/**
 * A lot of pre-printed forms (PA SNAT/2011/00071 art. 13: 4, 15, 16).
 *
 * @param prefix the two digits before the control number
 * @param printerName the authorised print shop
 * @param printerRif letter and nine digits
 * @param authorisation its authorisation by the tax authority
 * @param printedOn null for today
 */
public record FormLot(
        String prefix,
        long firstNumber,
        long lastNumber,
        String printerName,
        String printerRif,
        String authorisation,
        LocalDate printedOn) {}
