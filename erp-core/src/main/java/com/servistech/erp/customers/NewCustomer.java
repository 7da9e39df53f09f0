package com.servistech.erp.customers;

import com.servistech.erp.error.Problems;

/**
 * A customer as written on a form.
 *
 * @param document cédula, RIF or passport, as people write it
 * @param phone Venezuelan, or foreign with its plus
 * @param email may be null
 * @param address may be null
 */
public record NewCustomer(String name, String document, String phone, String email, String address) {

    /** The same, every value in the form in which it is kept. */
    NewCustomer checked() {
        Problems problems = new Problems();
        String goodName = problems.required("/name", name, 120);
        String goodDocument = Document.parse(document).map(Document::value).orElse(null);
        if (goodDocument == null) {
            problems.add(
                    "/document",
                    "document.structure",
                    "Write a cédula like V-12345678, a RIF like J-123456789, or P- and a passport");
        }
        String goodPhone = Phone.parse(phone).map(Phone::value).orElse(null);
        if (goodPhone == null) {
            problems.add("/phone", "phone.structure", "Write a phone like 0414-1234567, or +country number");
        }
        String goodEmail = problems.optional("/email", email, 254);
        if (goodEmail != null && !goodEmail.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s.]{2,}")) {
            problems.add("/email", "email.structure", "Write an address like name@example.com");
        }
        String goodAddress = problems.optional("/address", address, 400);
        problems.refuseIfAny();
        return new NewCustomer(goodName, goodDocument, goodPhone, goodEmail, goodAddress);
    }
}
