/**
 * The months of a store: open, calculated, approved, paid, closed.
 *
 * <p>Words: period (período), calculated (calculado), approved (aprobado), paid (pagado), closed (cerrado).
 */
package com.servistech.erp.commissions.period;
