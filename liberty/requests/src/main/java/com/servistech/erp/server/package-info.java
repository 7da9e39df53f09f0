/**
 * What holds for every request of the server, whichever application answers it; a library of the server itself and no
 * part of the application.
 */
package com.servistech.erp.server;
