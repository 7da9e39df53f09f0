/**
 * Invoices: what was sold, to whom, at which rate.
 *
 * <p>Words: invoice (factura), line (renglón), number (número de factura), control number (número de control).
 */
package com.servistech.erp.billing.invoice;
