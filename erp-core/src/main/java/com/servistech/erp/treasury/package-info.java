/**
 * How the shop is paid and where it keeps money: payment methods and banks as rows with dates, accounts of each store.
 *
 * <p>Words: treasury (tesorería), payment method (forma de pago), instrument (instrumento de pago), bank code (código de
 * banco), account (cuenta), wallet (billetera), voucher (comprobante).
 */
package com.servistech.erp.treasury;
