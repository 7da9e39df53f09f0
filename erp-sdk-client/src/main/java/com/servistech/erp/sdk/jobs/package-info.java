/** What the ERP does by itself (tareas programadas), and how it is (reporte de salud). */
package com.servistech.erp.sdk.jobs;
