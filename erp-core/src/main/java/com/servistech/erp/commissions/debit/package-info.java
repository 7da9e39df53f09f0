/**
 * Charges against a person's pay: proposed with cause and evidence, answered by the person, decided by somebody else.
 *
 * <p>Words: debit (descuento), cause (causa), evidence (evidencia), answer (descargo), reversal (reverso).
 */
package com.servistech.erp.commissions.debit;
