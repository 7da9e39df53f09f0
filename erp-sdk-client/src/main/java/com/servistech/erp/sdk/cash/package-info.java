/** Cash sessions (turnos de caja) of the registers. */
package com.servistech.erp.sdk.cash;
