/** The webhook: HTTPS, AdmissionReview in and out. Asks no API server; decides nothing itself. */
@NullMarked
package dev.apiauth.operator.admission;

import org.jspecify.annotations.NullMarked;
