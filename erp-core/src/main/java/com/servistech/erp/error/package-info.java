/**
 * How the ERP says no. Every refusal has a stable {@link com.servistech.erp.error.ErpException#code() code} that
 * clients may rely on, and a sentence that says what happened, with which values, and what to do about it.
 *
 * <p>Words: refusal (rechazo), invalid input (dato inválido), conflict (conflicto), stale (desactualizado).
 */
package com.servistech.erp.error;
