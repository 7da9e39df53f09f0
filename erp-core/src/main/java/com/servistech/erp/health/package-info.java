/**
 * How the ERP itself is, once a day: for whoever looks after it.
 *
 * <p>Words: health report (reporte de salud), growth (crecimiento), age (antigüedad), disk (disco),
 * exposure (lo que se perdería).
 */
package com.servistech.erp.health;
