/**
 * Asking somebody else's web server without being hurt by it: bounded in time and size, patient in trying again, and
 * never without verified TLS.
 */
package com.servistech.erp.rates.web;
