/**
 * The HTTP edge: what every request shares. {@link com.servistech.erp.http.access.Gate} asks who may call; a resource
 * maps, calls and maps: its method takes a {@link com.servistech.erp.http.json.Body}, binds it inside the transaction and
 * answers through {@link com.servistech.erp.http.Edge}.
 *
 * <p>Words: request (petición), answer (respuesta), problem (problema).
 */
package com.servistech.erp.http;
