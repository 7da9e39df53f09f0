/**
 * Papers that go with goods or a device: what is handed over, without prices, so that they are no sale, carry neither IVA
 * nor IGTF and take the place of no invoice.
 *
 * <p>Words: delivery note (nota de entrega), remarks (observaciones).
 */
package com.servistech.erp.billing.deliverynote;
