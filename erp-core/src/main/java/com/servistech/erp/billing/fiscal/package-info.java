/**
 * What makes a document fiscal: its number, its control number, the channel through which the tax authority knows it.
 *
 * <p>Words: document (documento), series (serie), control number (número de control), form (forma libre), spoiled form
 * (forma anulada, 03-ANU), digital provider (imprenta digital), non-fiscal document (documento no fiscal).
 */
package com.servistech.erp.billing.fiscal;
