/**
 * The HTTP edge: what every request shares. A resource maps, calls and maps; its method takes a record as body (checked
 * by {@link com.servistech.erp.http.json.RecordReader}) and answers through {@link com.servistech.erp.http.Edge}.
 *
 * <p>Words: request (petición), answer (respuesta), problem (problema).
 */
package com.servistech.erp.http;
