/**
 * The description of the API at /openapi, made from the same records and annotations that the server works by.
 *
 * <p>Words: operation (operación), schema (esquema), example (ejemplo).
 */
package com.servistech.erp.http.openapi;
