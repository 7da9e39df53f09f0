/**
 * People who sign in, the stores they work in, their passwords and tokens.
 *
 * <p>{@link com.servistech.erp.identity.Identity} is all that happens inside one open transaction. An access token is believed for its signature and then asked whether it
 * still counts: against the person's version and the session, remembered for seconds by {@link
 * com.servistech.erp.identity.StandingCache}.
 *
 * <p>Words: user (usuario), membership (puesto en una sede), role (rol), authority (a quién puede administrar), sign in
 * (iniciar sesión), session (sesión), attempt (intento), password (contraseña), access token (token de acceso), refresh token (token de
 * renovación), standing (vigencia), service account (cuenta de servicio), API key
 * (clave de API), permissions granted (permisos concedidos).
 */
package com.servistech.erp.identity;
