/**
 * The books of the tax authority: what was sold by month, what IGTF was perceived by fortnight. Read from what was issued
 * and posted, never from live rows of the catalogue.
 *
 * <p>Words: sales book (libro de ventas), fortnight (quincena), perception (percepción), voided (anulada, 03-ANU).
 */
package com.servistech.erp.billing.book;
