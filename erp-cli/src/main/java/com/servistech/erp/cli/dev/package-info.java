/** The whole ERP on one computer: PostgreSQL, Redis, demo data and the server, until Ctrl-C. */
package com.servistech.erp.cli.dev;
