/**
 * Documents on paper, as PDF: a page of A4 and the 80 mm roll of a ticket printer, in both currencies. In Spanish, as the
 * law wants it (PA SNAT/2011/00071 art. 13).
 *
 * <p>Words: ticket (ticket), copy without fiscal credit (copia sin derecho a crédito fiscal).
 */
package com.servistech.erp.billing.paper;
