-- Has wrk say in JSON what it measured, and hold a pace where it is given one.
-- Argument: the mean pause of a connection between two requests in milliseconds; 0 for none.

local seed = os.time()

function setup(thread)
  thread:set("seed", seed)
end

function init(args)
  local pause = tonumber(args[1])
  if pause > 0 then
    math.randomseed(seed)
    -- Pauses differ at random, so that connections do not send in step.
    delay = function() return math.random(0, 2 * pause) end
  end
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '\nmeasured {"requests":%d,"micros":%d,"p50Micros":%d,"p99Micros":%d,"statusErrors":%d,"socketErrors":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
