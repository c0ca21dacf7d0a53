package dev.apiauth.sidecar.admin;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.UsageReport;
import java.util.function.Supplier;

/**
 * What the operator's channel tells. Neither must block.
 *
 * @param acknowledgement what is enforced now
 * @param usage what was seen since the start
 */
public record ChannelAnswers(
    Supplier<Acknowledgement> acknowledgement, Supplier<UsageReport> usage) {}
