/**
 * People who sign in, the stores they work in, their passwords and tokens.
 *
 * <p>Words: user (usuario), membership (puesto en una sede), role (rol), sign in (iniciar sesión), password
 * (contraseña), access token (token de acceso), refresh token (token de renovación).
 */
package com.servistech.erp.identity;
