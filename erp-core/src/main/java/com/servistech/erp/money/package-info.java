/**
 * Amounts that cannot be wrong: a currency always travels with its amount, cents are exact, and the only rounding is
 * {@link com.servistech.erp.money.Rounding}.
 *
 * <p>Words: money (dinero), amount (monto), currency (moneda), percent (porcentaje), open debt (saldo deudor).
 */
package com.servistech.erp.money;
