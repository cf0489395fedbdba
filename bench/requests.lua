-- wrk: one request again and again, each time as the next of many people.
-- Arguments: method, path, cookie's name, file of secrets (one a line), body.
local method, path, body, cookies, next, origin

function init(arguments)
    method, path, body = arguments[1], arguments[2], arguments[5]
    origin = wrk.scheme .. "://" .. wrk.host .. ":" .. wrk.port
    cookies, next = {}, 0
    for secret in io.lines(arguments[4]) do
        cookies[#cookies + 1] = arguments[3] .. "=" .. secret
    end
end

function request()
    next = next % #cookies + 1
    local headers = {
        ["Host"] = wrk.host .. ":" .. wrk.port,
        ["Origin"] = origin,
        ["Cookie"] = cookies[next],
        ["Content-Type"] = "application/json",
    }
    return wrk.format(method, path, headers, body)
end

function done(summary, latency)
    local errors = summary.errors
    local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
    io.write(string.format('{"requests": %d, "seconds": %f, "bad": %d, "p50_ms": %f, "p99_ms": %f}\n',
        summary.requests, summary.duration / 1e6, bad, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
